import { runSolvingThread } from '#main/core/solver/solving-thread.ts';

await runSolvingThread();
