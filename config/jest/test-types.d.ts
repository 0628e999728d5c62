/** What the tests of the Lightning bundles have beside the bundles' own types. */
import '@sa11y/jest';

declare global {
    /** Waits until everything that was set off has settled. */
    function settled(): Promise<void>;
    /** The language of the run: every test runs in both. */
    const language: 'en' | 'fr';
    /** Custom permissions that the user lacks in the test at hand. */
    const deniedPermissions: Set<string>;
}

declare module '@lwc/engine-core' {
    /** Wires of a test are answered by the test. */
    interface WireAdapterConstructor<Config, Value, Context> {
        emit(data: unknown, filter?: unknown, refresh?: () => unknown): void;
        error(body?: unknown, status?: number, statusText?: string): void;
        emitErrors(errors: readonly unknown[], data?: unknown, filter?: unknown): void;
        getLastConfig(): Readonly<Record<string, unknown>>;
    }
}

declare module 'lightning/navigation' {
    export const navigated: jest.Mock;
}
