const LIMIT = 31;
/** Characters that no sheet's name may hold. */
const forbidden = /[\\/?*[\]:\p{Cc}]/gu;

/** Gives each sheet a name that the format takes: at most 31 characters, none twice, whatever the case. */
export function createSheetNames(): (wanted: string) => string {
  // 历史记录 of a shared workbook bears this name in every language.
  const taken = new Set(['history']);
  return (wanted) => {
    const base = cut(wanted.toWellFormed().replaceAll(forbidden, '_'), LIMIT);
    let name = base === '' ? '表' : base;
    for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) {
      const ending = `(${copy})`;
      name = cut(base === '' ? '表' : base, LIMIT - ending.length) + ending;
    }
    taken.add(name.toLowerCase());
    return name;
  };
}

/** An apostrophe or a space at either end is refused or lost. */
function cut(text: string, limit: number): string {
  let cutText = '';
  for (const character of text.replaceAll(/^[\s']+/gu, '')) {
    if (cutText.length + character.length > limit) break;
    cutText += character;
  }
  return cutText.replaceAll(/[\s']+$/gu, '');
}
