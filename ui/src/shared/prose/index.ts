/** The editor for prose, fetched when someone writes: reading needs none of it. */
import { lazy } from "react";

export const ProseEditor = lazy(() => import("./ProseEditor"));
