/** The unit a rule counts in; schemes often leave it out. */
export function unitOf(rule: { unit: string }): string {
  return rule.unit || '次';
}

const LONGEST_CONDITION = 40;

/** What a rule complains of, taken from its own sentence: 未组织研究的扣3分 becomes 未组织研究. */
export function conditionOf(rule: { text: string }, fallback: string): string {
  const condition = rule.text
    .normalize('NFKC')
    .replace(
      /[,;、。\s]*(本项|该项)?的?[,、\s]*(酌情|视情)?(扣|减|不得分|不给分|[得记计]\s*[\d.零]+\s*分).*$/su,
      '',
    )
    .trim();
  return condition === '' || condition.length > LONGEST_CONDITION ? fallback : condition;
}

/**
 * The verb a counting rule uses for its cases: 少, 缺, 漏 for what is missing, 发现 and the like for what is there.
 * Where the sentence says 每, its part with 每 is the one that counts: of 缺席会议的,每人次扣1分 nothing is missing.
 */
export function countingVerb(rule: { text: string }): string {
  const counting = rule.text.split(/[,，;；]/u).filter((part) => part.includes('每'));
  const [words] = counting.length === 1 ? counting : [rule.text];
  return /少|缺|漏|未完成|(?<!未)(?:发现|发生|查到)/u.exec(words ?? '')?.[0] ?? '有';
}
