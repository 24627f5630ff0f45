export { targetsState } from './targets/targets-link.ts';
