export { Staff } from "./staff.ts";
