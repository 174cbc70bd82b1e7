import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What the process counts of itself: no words, names or addresses, only how often and how long. */
export function createMetrics(connections: () => number) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "veche_http_request_seconds",
    help: "HTTP operations by name and status.",
    labelNames: ["operation", "status"],
    buckets: SECONDS,
    registers: [registry],
  });
  const events = new Histogram({
    name: "veche_socket_event_seconds",
    help: "Socket events by name and outcome.",
    labelNames: ["operation", "outcome"],
    buckets: SECONDS,
    registers: [registry],
  });
  const faults = new Counter({
    name: "veche_unexpected_errors_total",
    help: "Errors that nobody foresaw; each stands in the log.",
    registers: [registry],
  });
  new Gauge({
    name: "veche_socket_connections",
    help: "Open Socket.IO connections.",
    registers: [registry],
    collect() {
      this.set(connections());
    },
  });
  return {
    countRequest: (operation: string, status: number, seconds: number) => {
      requests.observe({ operation, status: String(status) }, seconds);
    },
    countEvent: (operation: string, outcome: string, seconds: number) =>
      events.observe({ operation, outcome }, seconds),
    countFault: () => faults.inc(),
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}
export type Metrics = ReturnType<typeof createMetrics>;
