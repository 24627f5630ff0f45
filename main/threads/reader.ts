import { runReader } from '#main/core/threads/reader-thread.ts';
import { threadHandlers } from '#main/features/thread-handlers.ts';

runReader(threadHandlers);
