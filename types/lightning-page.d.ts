/** What we use of the modules that tie a component to the page around it. */
declare module 'lightning/navigation' {
    export interface PageReference {
        readonly type: string;
        readonly attributes?: Readonly<Record<string, unknown>>;
        readonly state?: Readonly<Record<string, string>>;
    }
    export const NavigationMixin: {
        readonly Navigate: unique symbol;
        readonly GenerateUrl: unique symbol;
        (base: typeof import('lwc').LightningElement): {
            new (): import('lwc').LightningElement & {
                [NavigationMixin.Navigate](reference: PageReference, replace?: boolean): void;
                [NavigationMixin.GenerateUrl](reference: PageReference): Promise<string>;
            };
            prototype: import('lwc').LightningElement;
        };
    };
}
declare module 'lightning/pageReferenceUtils' {
    export function encodeDefaultFieldValues(values: Readonly<Record<string, string>>): string;
}
declare module 'lightning/platformShowToastEvent' {
    export class ShowToastEvent extends CustomEvent<unknown> {
        constructor(toast: {
            readonly title?: string;
            readonly message?: string;
            readonly variant?: 'info' | 'success' | 'warning' | 'error';
            readonly mode?: 'dismissible' | 'pester' | 'sticky';
        });
    }
}
declare module 'lightning/refresh' {
    export class RefreshEvent extends CustomEvent<undefined> {
        constructor();
    }
    export function registerRefreshHandler(element: unknown, handler: () => Promise<unknown>): number;
    export function unregisterRefreshHandler(id: number): void;
}
