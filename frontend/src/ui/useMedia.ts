import { useSyncExternalStore } from "react";

/** Below this width the menu is a drawer and tables become cards. */
export const WIDE = "(min-width: 900px)";

/** Known on the first paint, unlike antd's useBreakpoint, so that nothing flashes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    () => window.matchMedia(query).matches,
  );
}
