/**
 * A bare machine may have no Chinese font at all. Noto Sans SC then comes from us; but its style sheet alone is 47 KB gz,
 * so it is fetched after the first paint, and only where two different characters come out as the same empty box.
 */
function drawn(character: string): string {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 24;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  if (!pen) return character;
  pen.font = `20px ${getComputedStyle(document.body).fontFamily}`;
  pen.fillText(character, 2, 20);
  return pen.getImageData(0, 0, 24, 24).data.join("");
}

export function fetchFontIfMissing(): void {
  const whenIdle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 500));
  whenIdle(() => {
    if (drawn("板") === drawn("凳")) void import("@fontsource-variable/noto-sans-sc/wght.css");
  });
}
