// Tells what a command is doing: a line that moves on a terminal, plain lines anywhere else.
const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const terminal = Boolean(process.stdout.isTTY) && process.env.TERM !== "dumb";

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

function begin(title) {
  const since = Date.now();
  let detail = "";
  let frame = 0;
  const draw = () => {
    const line = `${FRAMES[frame++ % FRAMES.length]} ${title} … ${seconds(since)} ${detail}`;
    process.stdout.write(`\r\u001B[2K${line.slice(0, (process.stdout.columns ?? 80) - 1)}`);
  };
  const timer = terminal ? setInterval(draw, 120) : undefined;
  if (!terminal) console.log(`${title} …`);
  const end = (mark, words) => {
    clearInterval(timer);
    if (terminal) process.stdout.write(`\r\u001B[2K`);
    console.log(terminal ? `${mark} ${title}: ${words}` : `${title}: ${words}`);
  };
  return {
    /** Says how far it is; shown on a terminal only. */
    tell(text) {
      detail = text;
    },
    done(words = "done") {
      end("✔", `${words} (${seconds(since)})`);
    },
    fail(words = "failed") {
      end("✖", `${words} (${seconds(since)})`);
    },
  };
}

export const progress = { begin };
