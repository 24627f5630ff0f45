/** What pages of other features show of records that stay in the office. */
export { MarkedText } from './marked-text.tsx';
export { UnreleasedMark } from './unreleased-mark.tsx';
