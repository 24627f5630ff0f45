/**
 * Runs in the page: words in Latin letters that a clerk reads or has read aloud, but for the names of programs, files
 * and keys.
 */
export function foreignWords(): string[] {
  const known = /^(?:Excel|Word|WPS|PDF|Ctrl|Enter|Tab|Esc|Shift|Alt|Delete|docx|xlsx|txt|GB)$/u;
  const spoken = ['aria-label', 'title', 'placeholder', 'alt'];
  const texts = [...document.querySelectorAll<HTMLElement>('body *')]
    // An icon bears the name of its drawing beside words that say the same.
    .filter((element) => element.offsetParent !== null && element.closest('style, script, .anticon') === null)
    .flatMap((element) => [
      ...[...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.nodeValue),
      ...spoken.map((name) => element.getAttribute(name)),
    ]);
  // Paths on this PC, fingerprints and 统一社会信用代码 are no words.
  const words = texts
    .map((text) =>
      (text ?? '').replaceAll(/(?:^|\s)(?:\/|[A-Z]:\\)\S+|(?:指纹)?[\da-f]{8,}|[\dA-Z]{18}/gu, ''),
    )
    .flatMap((text) => text.match(/[A-Za-z]{2,}/gu) ?? []);
  return [...new Set(words)].filter((word) => !known.test(word));
}
