/** What the page of a plan shows of its county plans. */
export { CountyPlanBoard } from './board.tsx';
