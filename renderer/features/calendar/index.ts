export { hrefOf, useCalendar } from './entries.ts';
