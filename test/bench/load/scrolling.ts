import type { Browser, Locator, Page } from "playwright-core";

const FRAMES = 240;
/** A firm turn of the wheel each frame. */
const STEP_PX = 120;

export interface Scrolled {
  /** From one frame to the next, milliseconds; a busy machine shows in it. */
  readonly frames: readonly number[];
  /** What the page's own thread did at a stretch, milliseconds of its own each. */
  readonly tasks: readonly number[];
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds: when it began, and how long it took by the clock. */
  readonly ts: number;
  readonly dur?: number;
  /** Of the thread itself, microseconds: what other processes took of the machine is not in it. */
  readonly tdur?: number;
  readonly args: {
    readonly name?: string;
    readonly chrome_mojo_event_info?: { readonly mojo_interface_tag?: string };
  };
}

/** What the page's own thread does at a stretch while something is done, milliseconds each. */
export async function tasksWhile(
  browser: Browser,
  page: Page,
  act: () => Promise<unknown>,
): Promise<readonly number[]> {
  await browser.startTracing(page, { categories: ["toplevel", "__metadata"] });
  await act();
  return tasksOf(await browser.stopTracing());
}

function tasksOf(trace: Buffer): number[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const pages = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const own = traceEvents.filter(({ pid, tid }) => pages.has(`${pid} ${tid}`));
  // Reading the measurer's own script takes the page's thread longer than any frame of it.
  const measuring = own.filter(({ args }) =>
    args.chrome_mojo_event_info?.mojo_interface_tag?.endsWith("DevToolsSession"),
  );
  return own
    .filter(({ name }) => name.endsWith("RunTask"))
    .filter(({ ts, dur = 0 }) => !measuring.some((told) => told.ts >= ts && told.ts <= ts + dur))
    .map(({ tdur = 0 }) => tdur / 1000);
}

/** Scrolls what is scrollable, the element or one around it, down for four seconds of smooth frames. */
export async function scrolled(browser: Browser, page: Page, within: Locator): Promise<Scrolled> {
  let frames: readonly number[] = [];
  const tasks = await tasksWhile(browser, page, async () => {
    frames = await within.evaluate(
      async (element, { count, step }) => {
        const { requestAnimationFrame: draw } = globalThis as unknown as {
          requestAnimationFrame: (then: (at: number) => void) => number;
        };
        interface Box {
          scrollTop: number;
          readonly scrollHeight: number;
          readonly clientHeight: number;
          readonly parentElement: Box | null;
          getRootNode(): { readonly host?: Box };
        }
        let scroller: Box | undefined = element;
        const moves = (box: Box) => {
          const before = box.scrollTop;
          box.scrollTop += 1;
          const moved = box.scrollTop !== before;
          box.scrollTop = before;
          return moved;
        };
        while (scroller && !moves(scroller)) scroller = scroller.parentElement ?? scroller.getRootNode().host;
        if (!scroller) throw new Error("nothing here scrolls");
        const next = () => new Promise<number>((then) => void draw(then));
        const took: number[] = [];
        let last = await next();
        for (let frame = 0; frame < count; frame += 1) {
          scroller.scrollTop += step;
          const now = await next();
          took.push(now - last);
          last = now;
        }
        return took;
      },
      { count: FRAMES, step: STEP_PX },
    );
  });
  return { frames, tasks };
}
