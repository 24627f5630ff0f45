/**
 * Runs in the page: words in Latin letters that a clerk reads or has read aloud, but for the names of programs, files
 * and keys, and symbols of units.
 */
export function foreignWords(): string[] {
  const known =
    /^(?:Excel|Word|WPS|PDF|Ctrl|Enter|Tab|Esc|Shift|Alt|Delete|docx|pdf|xlsx|txt|xabao|KB|MB|GB|km|mm|MPa|Chromium|Electron|Node|SQLite|react|MIT)$/u;
  const spoken = ['aria-label', 'title', 'placeholder', 'alt'];
  const texts = [...document.querySelectorAll<HTMLElement>('body *')]
    // What says of itself that it is English is names of components and their licences. An icon bears the name of its drawing beside words that say the same.
    .filter(
      (element) =>
        element.offsetParent !== null && element.closest('style, script, .anticon, [lang="en"]') === null,
    )
    .flatMap((element) => [
      ...[...element.childNodes]
        // What is written in a field is the clerk's, as that of other fields is.
        .filter((node) => node.nodeType === Node.TEXT_NODE && !element.matches('textarea'))
        .map((node) => node.nodeValue),
      ...spoken.map((name) => element.getAttribute(name)),
    ]);
  // Paths on this PC, fingerprints and 统一社会信用代码 are no words.
  const words = texts
    .map((text) =>
      (text ?? '').replaceAll(/(?:^|\s)(?:\/|[A-Z]:\\)\S+|[\dA-Z]{18}|(?:指纹)?[\da-f]{8,}/gu, ''),
    )
    .flatMap((text) => text.match(/[A-Za-z]{2,}/gu) ?? []);
  return [...new Set(words)].filter((word) => !known.test(word));
}
