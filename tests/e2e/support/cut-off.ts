/** Runs in the page: headings, buttons and menu entries whose text does not fit, or that lie outside the window. */
export function cutOff(): string[] {
  return (
    [...document.querySelectorAll<HTMLElement>('h1, h2, h3, button, [role="menuitem"]')]
      .filter((element) => element.offsetParent !== null && element.innerText.trim() !== '')
      // A wide table may be scrolled sideways inside its own frame.
      .filter((element) => element.closest('table') === null)
      .filter((element) => {
        const box = element.getBoundingClientRect();
        return element.scrollWidth > element.clientWidth + 1 || box.right > innerWidth + 1 || box.left < -1;
      })
      .map((element) => `${element.innerText.trim()} (${element.tagName})`)
  );
}
