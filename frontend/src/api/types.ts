import type { components } from './schema'

type Schemas = components['schemas']

export type ServerConfig = Schemas['ServerConfig']
export type Me = Schemas['Me']
export type MeGrant = Me['grants'][number]
export type Role = MeGrant['role']
export type SystemStatus = Schemas['SystemStatus']
export type Checklist = Schemas['Checklist']
export type Organization = Schemas['Organization']
export type OrganizationPage = Schemas['OrganizationPage']
export type ImportReport = Schemas['ImportReport']
export type ImportChange = ImportReport['diff'][number]
export type OrganizationChange = Schemas['OrganizationChange']
export type OrganizationThen = Schemas['OrganizationThen']
export type Campaign = Schemas['Campaign']
export type CampaignDocument = Campaign['documents'][number]
export type Template = Schemas['Template']
export type TemplateAspect = Template['aspects'][number]
export type AspectSet = Schemas['AspectSet']
export type AgainstTemplate = Schemas['AgainstTemplate']
export type NewCampaign = Schemas['NewCampaign']
export type CampaignCopy = Schemas['CampaignCopy']
export type RosterPreview = Schemas['RosterPreview']
export type RosterPage = Schemas['RosterPage']
export type RosterEntry = RosterPage['items'][number]
export type RosterSlot = RosterEntry['slots'][number]
export type OrganizationMeeting = Schemas['OrganizationMeeting']
export type MeetingRule = NonNullable<CampaignDocument['afterMeeting']>
export type CalendarReport = Schemas['CalendarReport']
export type Upload = Schemas['Upload']
export type Draft = Schemas['DraftView']
export type ReadStructure = Schemas['ReadStructure']
export type Finding = ReadStructure['findings'][number]
export type Suggestions = Schemas['Suggestions']
export type Suggested = Schemas['Suggested']
export type Obligation = Schemas['Obligation']
export type Filing = Schemas['Filing']
export type FileRole = Schemas['ReportFile']['role']
export type FiledReport = Schemas['FiledReport']
export type Report = Schemas['Report']
export type ReportFile = Report['files'][number]
export type Sealing = Schemas['Sealing']
export type Ground = Sealing['ground']
export type ReviewView = Schemas['ReviewView']
export type Mark = Schemas['Mark']
export type MoveForm = Schemas['MoveForm']
export type VersionComparison = Schemas['VersionComparison']
export type ReceiptView = Schemas['ReceiptView']
export type HistoryEntry = Schemas['History']['items'][number]
export type SearchPage = Schemas['SearchPage']
export type SearchHit = SearchPage['items'][number]
export type OrganizationFigures = Schemas['OrganizationFigures']
export type Figures = Schemas['Figures']
export type GroupFigures = Schemas['GroupFigures']
export type CurveFigures = Schemas['CurveFigures']
export type Coincidences = Schemas['Coincidences']
export type Coincidence = Coincidences['items'][number]
export type PassageSide = Schemas['PassageSide']
export type ClusterPage = Schemas['ClusterPage']
export type Job = Schemas['Job']
export type ReportImport = Schemas['ReportImport']
export type ImportedRow = Schemas['ImportedRow']
export type AsOf = SearchPage['asOf']
export type Notice = Schemas['NoticeView']
export type ItemNotice = Schemas['ItemNotice']
export type ReminderOutcome = Schemas['ReminderOutcome']

/** A document of an organisation, to be reminded of. */
export interface RemindedSlot {
  campaign: string
  organization: string
  organizationName: string
  documentType: string
  documentName: string
  period: string
}

export type ItemState = Schemas['ItemView']['state']
export type ItemType = Schemas['ItemView']['type']

/** What an item is, in words. */
export type ItemWords = Schemas['ItemWordsView']

export type ItemVerb =
  | 'progress'
  | 'comment'
  | 'edit'
  | 'reclassify'
  | 'close-out'
  | 'withdraw-close-out'
  | 'close'
  | 'return'
  | 'extension'
  | 'grant-extension'
  | 'refuse-extension'
  | 'review'
  | 'reopen'
  | 'void'

export type Evidence = Schemas['EvidenceView']

export type ItemStep = Schemas['StepView']

export type ItemView = Omit<Schemas['ItemView'], 'may'> & { may: ItemVerb[] }

export type SuggestedItem = Schemas['SuggestedItem']

export type ReportItems = Schemas['ReportItems']

export interface NewItem {
  problem?: number
  type: ItemType
  due?: string
  words: ItemWords
}

export interface NewItems {
  organization: string
  campaign: string
  report?: string
  items: NewItem[]
}

/** A line of the register. */
export type ItemRow = Schemas['RegisterRow']
export type ItemPage = Schemas['RegisterPage']
export type FacetValue = Schemas['RegisterValue']

export type ItemDecision = Schemas['DecisionResult']

/** A sheet that was handed in: what it would do, and what it did. */
export type RegisterImport = Schemas['RegisterImportView']

export type ItemFigures = Schemas['RegisterFigures']
export type ItemCounts = Schemas['RegisterCounts']
export type Recurring = Schemas['Recurring']
