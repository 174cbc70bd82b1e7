import { expect } from "vitest";
import { chatOn } from "./chat-panel.ts";
import { journey } from "./town.fixture.ts";

journey("on the English pages the chat speaks and answers English", async ({ people }) => {
  const { page } = await people.resident("/en/", { locale: "en-GB" });
  const chat = chatOn(page, "en");
  await chat.open();
  await chat.header.getByRole("heading", { name: "Ask Novorechensk" }).waitFor();
  await chat.log.getByText(/I am Novorechensk’s assistant, a program/).waitFor();

  const answer = await chat.ask("How do I enrol a child in kindergarten?");

  await answer.getByText("Source").waitFor();
  await answer.getByText(/checked \S+ \d+,? \d{4}|checked \d+ \S+ \d{4}/).waitFor();
  const text = await answer.innerText();
  expect(text).toMatch(/kindergarten/i);
  expect(text).not.toMatch(/[а-яё]/i);
});
