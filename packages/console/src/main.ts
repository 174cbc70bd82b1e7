import "./shell/trusted-types.ts";
import "./shell/app.ts";
