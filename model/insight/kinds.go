package insight

// kind is what all gaps with one key share.
type kind struct {
	step  Step
	paper bool
}

// onPaper and beside say whether the council paper prints “not decided yet” for a gap.
const (
	onPaper = true
	beside  = false
)

// kinds lists every gap there is. Each has three texts: "insight.gap.<key>.title",
// ".sentence" and ".hint". A key ".none" means that there is no record of the type.
var kinds = map[string]kind{
	"project.name":      {StepPlace, onPaper},
	"project.place":     {StepPlace, onPaper},
	"project.lead":      {StepPlace, onPaper},
	"project.ask":       {StepPlace, onPaper},
	"project.ask_sum":   {StepPlace, onPaper},
	"project.council":   {StepPlace, onPaper},
	"project.meeting":   {StepPlace, onPaper},
	"project.start":     {StepPlace, onPaper},
	"project.months":    {StepPlace, onPaper},
	"project.reach":     {StepPlace, onPaper},
	"project.nothing":   {StepPlace, onPaper},
	"project.why_us":    {StepPlace, beside},
	"listening.none":    {StepListening, onPaper},
	"listening.title":   {StepListening, onPaper},
	"listening.date":    {StepListening, onPaper},
	"listening.who":     {StepListening, onPaper},
	"listening.changed": {StepListening, onPaper},
	"listening.missing": {StepListening, onPaper},

	"need.none":       {StepNeeds, onPaper},
	"need.title":      {StepNeeds, onPaper},
	"need.outcome":    {StepNeeds, onPaper},
	"need.evidence":   {StepNeeds, onPaper},
	"need.how_many":   {StepNeeds, beside},
	"asset.none":      {StepStrengths, onPaper},
	"asset.title":     {StepStrengths, onPaper},
	"evidence.says":   {StepEvidence, onPaper},
	"evidence.about":  {StepEvidence, beside},
	"evidence.source": {StepEvidence, onPaper},
	"evidence.date":   {StepEvidence, onPaper},
	"evidence.old":    {StepEvidence, beside},

	"outcome.none":      {StepOutcomes, onPaper},
	"outcome.title":     {StepOutcomes, onPaper},
	"outcome.level":     {StepOutcomes, onPaper},
	"outcome.activity":  {StepOutcomes, onPaper},
	"outcome.goal":      {StepOutcomes, onPaper},
	"outcome.indicator": {StepMeasures, onPaper},
	"outcome.evidence":  {StepEvidence, beside},
	"goal.none":         {StepOutcomes, onPaper},
	"goal.title":        {StepOutcomes, onPaper},
	"goal.objective":    {StepOutcomes, onPaper},
	"goal.served":       {StepOutcomes, onPaper},
	"goal.source":       {StepOutcomes, onPaper},

	"activity.none":    {StepActivities, onPaper},
	"activity.title":   {StepActivities, onPaper},
	"activity.outcome": {StepActivities, onPaper},
	"activity.need":    {StepActivities, beside},
	"activity.lead":    {StepActivities, onPaper},
	"activity.where":   {StepActivities, onPaper},
	"activity.cost":    {StepCosts, onPaper},
	"activity.months":  {StepTimeline, onPaper},
	"activity.late":    {StepTimeline, onPaper},
	"quality.none":     {StepActivities, onPaper},
	"quality.title":    {StepActivities, onPaper},

	"partner.none":   {StepPartners, onPaper},
	"partner.name":   {StepPartners, onPaper},
	"partner.role":   {StepPartners, onPaper},
	"partner.status": {StepPartners, onPaper},

	"cost.none":       {StepCosts, onPaper},
	"cost.line":       {StepCosts, onPaper},
	"cost.sum":        {StepCosts, onPaper},
	"cost.share":      {StepCosts, onPaper},
	"funding.none":    {StepCosts, onPaper},
	"funding.source":  {StepCosts, onPaper},
	"funding.amount":  {StepCosts, onPaper},
	"funding.status":  {StepCosts, onPaper},
	"money.short":     {StepCosts, onPaper},
	"money.over":      {StepCosts, onPaper},
	"option.nothing":  {StepCosts, onPaper},
	"option.title":    {StepCosts, onPaper},
	"option.achieves": {StepCosts, onPaper},

	"milestone.none":  {StepTimeline, onPaper},
	"milestone.title": {StepTimeline, onPaper},
	"milestone.month": {StepTimeline, onPaper},
	"milestone.late":  {StepTimeline, onPaper},

	"risk.none":              {StepRisks, onPaper},
	"risk.title":             {StepRisks, onPaper},
	"risk.likelihood":        {StepRisks, onPaper},
	"risk.effect":            {StepRisks, onPaper},
	"risk.response":          {StepRisks, onPaper},
	"statement.safeguarding": {StepRisks, onPaper},
	"statement.equality":     {StepRisks, onPaper},
	"statement.environment":  {StepRisks, onPaper},
	"statement.data":         {StepRisks, onPaper},
	"statement.evaluation":   {StepRisks, onPaper},
	"statement.papers":       {StepRisks, onPaper},
	"statement.kind":         {StepRisks, onPaper},
	"statement.review":       {StepRisks, onPaper},
	"indicator.outcome":      {StepMeasures, onPaper},
	"indicator.title":        {StepMeasures, onPaper},
	"indicator.baseline":     {StepMeasures, onPaper},
	"indicator.target":       {StepMeasures, onPaper},
	"indicator.by":           {StepMeasures, onPaper},
	"indicator.method":       {StepMeasures, onPaper},
	"reading.value":          {StepMeasures, beside},
	"review.title":           {StepReviews, beside},
	"review.learnt":          {StepReviews, beside},
	"checklist.citizens":     {StepChecklist, beside},
	"checklist.council":      {StepChecklist, beside},
	"picture.alt":            {StepPapers, onPaper},
}
