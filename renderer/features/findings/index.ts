export { scopeState } from './results/scope-link.ts';
