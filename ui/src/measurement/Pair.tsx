/** A name and its value in a list of such pairs. */
import type { ReactNode } from "react";

export function Pair({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
