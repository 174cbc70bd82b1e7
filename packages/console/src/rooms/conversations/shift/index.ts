import "./shift.ts";
