export { type Conversations, createConversations, watchTopic } from "./conversations.ts";
export type { ConversationPorts } from "./ports.ts";
export { createReply } from "./steps/index.ts";
export { conversationTexts } from "./texts.ts";
