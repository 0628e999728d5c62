import { api, LightningElement, wire } from 'lwc';
import { gql, graphql, type GraphQLResult } from 'lightning/graphql';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { getObjectInfos, type ObjectInfosResult } from 'lightning/uiObjectInfoApi';
import MAY_USE from '@salesforce/customPermission/Quo_Use';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { explainError, type Problem } from 'c/quoErrors';
import { appearanceOf } from 'c/quoOutcomes';
import { startPolling } from 'c/quoPolling';
import { ASSUME_ALL, QUERIED_OBJECTS, readAccessOf, type ReadAccess } from 'c/quoReadAccess';
import { factsText, personOf } from 'c/quoRowFacts';
import type { Row } from 'c/quoTimelineRows';
import { activityIn, activityQuery, type ActivityResponse } from './oneActivity';

/**
 * On the page of a task: everything of the Quo call or text that it tells of. On the page of any other task, and for
 * whoever does not use Quo, it takes no space.
 */
export default class QuoTask extends LightningElement {
    timeZone = TIME_ZONE;
    queriedObjects = QUERIED_OBJECTS;
    variables = { first: 1 };

    row?: Row;
    problem?: Problem;
    access?: ReadAccess;

    private _recordId?: string;

    private _refresh?: () => Promise<void>;
    private _stopPolling?: () => void;
    private _refreshId?: number;

    @api get recordId(): string | undefined {
        return this._recordId;
    }
    set recordId(recordId: string | undefined) {
        if (recordId === this._recordId) return;
        // The platform may show another record in the same component: nothing of the last one is carried over.
        this.row = undefined;
        this.problem = undefined;
        this._recordId = recordId;
    }

    @wire(getObjectInfos, { objectApiNames: '$queriedObjects' })
    onObjectInfos({ data, error }: ObjectInfosResult): void {
        if (this.access || (!data && !error)) return;
        this.access = data ? readAccessOf(data) : ASSUME_ALL;
    }

    get query(): unknown {
        if (!this.access || !this.recordId || MAY_USE !== true) return undefined;
        return gql`
            ${activityQuery(this.recordId, this.access)}
        `;
    }

    @wire(graphql, { query: '$query', variables: '$variables', operationName: 'quoTimeline' })
    onActivity({ data, errors, refresh }: GraphQLResult<ActivityResponse>): void {
        if (!data && !errors) return;
        this._refresh = refresh;
        this.row = activityIn(data) ?? (errors ? this.row : undefined);
        this.problem = errors && !this.row ? explainError(errors) : undefined;
    }

    connectedCallback(): void {
        this._stopPolling = startPolling(() => this.refresh());
        this._refreshId = registerRefreshHandler(this, () => this.refresh());
    }

    disconnectedCallback(): void {
        this._stopPolling?.();
        if (this._refreshId !== undefined) unregisterRefreshHandler(this._refreshId);
    }

    get title(): string {
        return this.row ? personOf(this.row) : '';
    }

    get icon(): string {
        return this.row ? appearanceOf(this.row).icon : '';
    }

    get facts(): string {
        return this.row ? factsText(this.row) : '';
    }

    private async refresh(): Promise<void> {
        await this._refresh?.();
    }
}
