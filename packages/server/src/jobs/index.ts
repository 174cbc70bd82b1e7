export { createJobs, type Jobs, type JobHandler, type JobHandlers } from "./jobs.ts";
