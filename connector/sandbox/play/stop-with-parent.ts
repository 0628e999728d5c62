import { isMainThread } from 'node:worker_threads';

/**
 * Preloaded into every program that `npm start` starts: whoever holds the other end of standard input is its parent, and
 * the end of it, at an orderly end or a `kill -9`, is an order to stop like SIGTERM.
 */
const TERMINATED = 128 + 15;

// Worker threads inherit what is preloaded, with a standard input of their own that ends at once.
if (isMainThread) {
    const stop = (): void => {
        // Emitted, not sent: on Windows a signal would end the process before it could stop its database.
        if (!process.emit('SIGTERM', 'SIGTERM')) process.exit(TERMINATED);
    };
    process.stdin
        .once('close', stop)
        .on('error', () => {})
        .resume();
    // Listening must not keep a program alive that has come to its end.
    if ('unref' in process.stdin) process.stdin.unref();
}
