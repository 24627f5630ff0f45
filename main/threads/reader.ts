import { openReaderThread } from '#main/core/threads/reader-thread.ts';
import { runThread } from '#main/core/threads/run-thread.ts';
import { threadHandlers } from '#main/features/thread-handlers.ts';

runThread(openReaderThread(threadHandlers));
