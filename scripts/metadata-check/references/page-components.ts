/** Regions of the page templates that we use, and the platform's own components with the settings that we give them. */
export const TEMPLATES: Readonly<Record<string, { readonly regions: readonly string[]; readonly type: string }>> = {
    'flexipage:recordHomeTemplateDesktop': { regions: ['header', 'main', 'sidebar'], type: 'RecordPage' },
    'flexipage:recordHomeWithSubheaderTemplateDesktop': {
        regions: ['header', 'subheader', 'main', 'sidebar'],
        type: 'RecordPage'
    },
    'flexipage:defaultAppHomeTemplate': { regions: ['main'], type: 'AppPage' },
    'home:desktopTemplate': { regions: ['top', 'bottomLeft', 'bottomRight', 'sidebar'], type: 'HomePage' }
};

export const PLATFORM_COMPONENTS: Readonly<Record<string, readonly string[]>> = {
    'flexipage:filterListCard': [
        ...['enableInlineEdit', 'entityName', 'filterName', 'hideActionBar', 'hideSearchBar', 'pageSize']
    ],
    'flexipage:tab': ['active', 'body', 'title'],
    'flexipage:tabset': ['tabs'],
    'force:detailPanel': [],
    'force:highlightsPanel': [
        ...[
            'collapsed',
            'enableActionsConfiguration',
            'enableActionsInNative',
            'hideChatterActions',
            'numVisibleActions'
        ]
    ],
    'force:relatedListContainer': ['relatedListComponentOverride', 'rowsToDisplay', 'showActionBar'],
    'home:recentRecordContainer': [],
    'runtime_sales_activities:activityPanel': ['showLegacyActivityComposer'],
    'runtime_sales_activities:todayTaskContainer': [],
    'runtime_sales_pathassistant:pathAssistant': ['hideUpdateButton', 'variant']
};
