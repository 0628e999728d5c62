import type { OrgState } from '../../org-state.ts';
import { isDeleted, type Row } from '../../records/row.ts';
import type { ObjectRules } from './object-rules.ts';

/** Everything that follows from the stage and the close date. */
export const opportunityRules: ObjectRules = {
    derive: ({ state, next, previous, changed }) => ({
        ...(previous
            ? {}
            : { HasOpportunityLineItem: false, HasOpenActivity: false, HasOverdueTask: false, IsPrivate: false }),
        ...('StageName' in changed ? stageValues(state, next, changed) : {}),
        ...('CloseDate' in changed ? fiscalValues(next) : {}),
        ...('Amount' in changed || 'Probability' in changed || 'StageName' in changed
            ? expected(state, next, changed)
            : {})
    })
};

/** An opportunity has one primary contact: whoever is made primary takes that from the one before. */
export const contactRoleRules: ObjectRules = {
    afterSave: ({ state, next }) => {
        const roles = state.schema.object('OpportunityContactRole');
        if (!roles || next.IsPrimary !== true) return;
        const table = state.tables.of(roles);
        for (const other of table.find('OpportunityId', next.OpportunityId) ?? []) {
            if (other.Id === next.Id || other.IsPrimary !== true || isDeleted(other)) continue;
            const { LastModifiedDate, LastModifiedById, SystemModstamp } = next;
            table.change(other, { IsPrimary: false, LastModifiedDate, LastModifiedById, SystemModstamp });
        }
    }
};

function stageOf(state: OrgState, next: Row): Row | undefined {
    const stages = state.schema.object('OpportunityStage');
    return stages && [...state.tables.of(stages).all()].find((stage) => stage.MasterLabel === next.StageName);
}

function stageValues(state: OrgState, next: Row, changed: Row): Row {
    const stage = stageOf(state, next);
    if (!stage)
        return { IsClosed: false, IsWon: false, ForecastCategory: 'Pipeline', ForecastCategoryName: 'Pipeline' };
    return {
        IsClosed: stage.IsClosed,
        IsWon: stage.IsWon,
        ForecastCategory: stage.ForecastCategory,
        ForecastCategoryName: stage.ForecastCategoryName,
        LastStageChangeDate: state.now(),
        ...('Probability' in changed ? {} : { Probability: stage.DefaultProbability })
    };
}

function expected(state: OrgState, next: Row, changed: Row): Row {
    const probability =
        'Probability' in changed ? next.Probability : (stageOf(state, next)?.DefaultProbability ?? next.Probability);
    if (typeof next.Amount !== 'number' || typeof probability !== 'number') return { ExpectedRevenue: null };
    return { ExpectedRevenue: (next.Amount * probability) / 100 };
}

/** The fiscal year is the calendar year: the standard setting of a new org. */
function fiscalValues(next: Row): Row {
    const [year, month] = String(next.CloseDate).split('-').map(Number) as [number, number];
    const quarter = Math.ceil(month / 3);
    return { FiscalYear: year, FiscalQuarter: quarter, Fiscal: `${year} ${quarter}` };
}
