import { GraphQLEnumType, GraphQLInputObjectType, GraphQLList, type GraphQLInputFieldConfig } from 'graphql';
import type { Access } from '../access/access.ts';
import type { Field, SObject } from '../schema/types.ts';
import { operatorsOf } from './field-types.ts';

const ResultOrder = new GraphQLEnumType({ name: 'ResultOrder', values: { ASC: {}, DESC: {} } });
const NullOrder = new GraphQLEnumType({ name: 'NullOrder', values: { FIRST: {}, LAST: {} } });
const OrderByClause = new GraphQLInputObjectType({
    name: 'OrderByClause',
    fields: { order: { type: ResultOrder }, nulls: { type: NullOrder } }
});

type Fields = Record<string, GraphQLInputFieldConfig>;

/** The input types that filter and sort each object. */
export interface Filters {
    filter(object: SObject): GraphQLInputObjectType;
    order(object: SObject): GraphQLInputObjectType;
}

export function createFilters(access: Access, served: readonly SObject[]): Filters {
    const filters = new Map<string, GraphQLInputObjectType>();
    const orders = new Map<string, GraphQLInputObjectType>();
    const visible = (object: SObject): Field[] => object.fields.filter((field) => access.field(object, field).read);
    const target = (name: string | undefined): SObject | undefined => served.find((object) => object.name === name);
    const make = (
        known: Map<string, GraphQLInputObjectType>,
        name: string,
        fields: () => Fields
    ): GraphQLInputObjectType => {
        let type = known.get(name);
        if (!type) {
            type = new GraphQLInputObjectType({ name, fields });
            known.set(name, type);
        }
        return type;
    };

    const filter = (object: SObject): GraphQLInputObjectType =>
        make(filters, `${object.name}_Filter`, () => {
            const own = filter(object);
            const fields: Fields = {
                and: { type: new GraphQLList(own) },
                or: { type: new GraphQLList(own) },
                not: { type: own }
            };
            for (const field of visible(object)) {
                const operators = field.filterable ? operatorsOf(field) : undefined;
                if (operators) fields[field.name] = { type: operators };
                const parent = parentFilter(object, field);
                if (parent && field.relationshipName !== null) fields[field.relationshipName] = { type: parent };
            }
            return fields;
        });
    const parentFilter = (object: SObject, lookup: Field): GraphQLInputObjectType | undefined => {
        const targets = lookup.referenceTo.map(target).filter((parent) => parent !== undefined);
        const [first] = targets;
        if (!first) return undefined;
        if (lookup.referenceTo.length === 1) return filter(first);
        return make(filters, `${object.name}_${lookup.relationshipName}_Filters`, () =>
            Object.fromEntries(targets.map((parent) => [parent.name, { type: filter(parent) }]))
        );
    };
    const order = (object: SObject): GraphQLInputObjectType =>
        make(orders, `${object.name}_OrderBy`, () => orderFields(visible(object), target, order));
    return { filter, order };
}

function orderFields(
    fields: readonly Field[],
    target: (name: string | undefined) => SObject | undefined,
    order: (object: SObject) => GraphQLInputObjectType
): Fields {
    const known: Fields = {};
    for (const field of fields) {
        if (field.sortable) known[field.name] = { type: OrderByClause };
        const parent = lookupTarget(field, target);
        if (parent && field.relationshipName !== null) known[field.relationshipName] = { type: order(parent) };
    }
    return known;
}

function lookupTarget(field: Field, target: (name: string | undefined) => SObject | undefined): SObject | undefined {
    return field.type === 'reference' && field.referenceTo.length === 1 ? target(field.referenceTo[0]) : undefined;
}
