export { listState } from './filter-link.ts';
export { scopeState } from './results/scope-link.ts';
