export { FirstStepsCard } from './first-steps-card.tsx';
export { useReopenSteps } from './use-first-steps.ts';
