export { type Conversations, createConversations } from "./conversations.ts";
export { watchTopic } from "./operators.ts";
export type { ConversationParts } from "./ports.ts";
export { createReply } from "./steps/index.ts";
export { conversationTexts } from "./texts.ts";
