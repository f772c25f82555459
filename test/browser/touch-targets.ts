import type { Page } from "playwright-core";

type Wish = { least_px: number; where: string; mainOnly?: boolean };

/**
 * What can be pressed and is smaller than that, its invisible surroundings included. Links within a
 * sentence are exempt, as WCAG 2.5.8 exempts them.
 */
export const tooSmall = (
  page: Page,
  { least_px, where, mainOnly = false }: Wish,
): Promise<string[]> =>
  page.evaluate(
    ([least, place, main]) => {
      const selector = "button, a[href], input, select, textarea, [role=button]";
      const size = (element: Element) => {
        const box = element.getBoundingClientRect();
        const around = getComputedStyle(element, "::after");
        const grown = around.content !== "none" && around.position === "absolute";
        const px = (value: string) => Number.parseFloat(value) || 0;
        return {
          width: Math.max(box.width, grown ? px(around.width) : 0),
          height: Math.max(box.height, grown ? px(around.height) : 0),
        };
      };
      const visible = (element: Element) =>
        element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
        element.getBoundingClientRect().width > 1 &&
        element.closest("[inert]") === null;
      const inSentence = (element: Element) =>
        element.matches("a, .link") && getComputedStyle(element).display === "inline";
      const isMain = (element: Element) =>
        element.matches("nav a, [data-conversation], main button, main a, input, select");
      return [...document.querySelectorAll(selector)]
        .filter((element) => visible(element) && !inSentence(element) && (!main || isMain(element)))
        .flatMap((element) => {
          const { width, height } = size(element);
          // Half a pixel is rounding.
          if (width >= least - 0.5 && height >= least - 0.5) return [];
          const name = element.getAttribute("aria-label") ?? element.textContent ?? "";
          const [w, h] = [width, height].map((value) => value.toFixed(0));
          return [
            `${place} < ${least}: ${element.tagName} "${name.trim().slice(0, 40)}" ${w}×${h}`,
          ];
        });
    },
    [least_px, where, mainOnly] as const,
  );
