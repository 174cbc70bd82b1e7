export { createJobs, type Jobs, type JobHandlers } from "./jobs.ts";
