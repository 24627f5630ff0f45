export { exportCollected } from './export-table.ts';
export { handOutWorkbooks } from './hand-out.ts';
export { readDesignedForm } from './read-form.ts';
