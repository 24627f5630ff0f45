export { viewState } from './view-link.ts';
