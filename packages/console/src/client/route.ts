/** Where an HTTP operation is asked. */
export interface HttpRoute {
  readonly method: string;
  /** `/api/v1/campaigns/{slug}` */
  readonly path: string;
  /** Inputs that go into the query when there is a body too. */
  readonly query: readonly string[];
  readonly takesBody: boolean;
}

export interface EventRoute {
  readonly event: string;
}

export type Route = HttpRoute | EventRoute;

/** Room → operation → where it is asked. */
export type Routes = Readonly<Record<string, Readonly<Record<string, Route>>>>;
