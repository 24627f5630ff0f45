import { defineQuery, text } from '#main/core/store/query.ts';

/**
 * Subject of a copy: the paper that it was made from. It is none of what that paper was made for, so that nothing is
 * pressed or numbered twice; but what may not be told of the one is not told of the other.
 */
export const COPIED_PAPER = 'paper';

/**
 * These papers with all copies of them and of copies; also copies whose own original was deleted, for nothing says any
 * more what they tell. @param uids JSON list
 */
export const withCopies = defineQuery<{ uid: typeof text }, { uids: string }>({
  name: 'papers.withCopies',
  sql: `WITH RECURSIVE told (uid) AS (
      SELECT value FROM json_each(@uids)
      UNION SELECT lost.uid FROM paper AS lost WHERE lost.subject_kind = '${COPIED_PAPER}'
        AND NOT EXISTS (SELECT 1 FROM paper AS original WHERE original.uid = lost.subject_uid)
      UNION SELECT copy.uid FROM told
        JOIN paper AS copy ON copy.subject_kind = '${COPIED_PAPER}' AND copy.subject_uid = told.uid)
    SELECT uid FROM told`,
  columns: { uid: text },
});
