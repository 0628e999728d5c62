/**
 * The text of every query, and nothing else. Fields are given plain aliases, so that what comes back reads alike with
 * and without a namespace. Values are written as JSON strings, which GraphQL reads the same way.
 */
export type { Branches } from './timeline';
export { timelineQuery } from './timeline';
export { periodStart, sonaWhere, taskWhere } from './timelineFilters';
export { answersQuery } from './sonaAnswers';
export { unmatchedQuery } from './unmatchedActivities';
export { peopleQuery, usersQuery } from './recordSearch';
