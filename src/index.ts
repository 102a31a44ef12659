// backend: which engine computes, and what it was missing
export type { BackendName, BackendStatus } from './backend/types';
export { backendReport, useBackend } from './backend/useBackend';
// claims: what a paper states, what was measured, does it hold
export { atLeast, atMost, between } from './claims/bounds';
export { claim } from './claims/claim';
export { formatClaim } from './claims/format';
export { judge } from './claims/judge';
export { checkClaims, clearClaims, onClaim, recordedClaims } from './claims/ledger';
export type { Bound, Claim, ClaimInput } from './claims/types';
// datasets: images, real and generated
export { cifar10 } from './datasets/cifar10';
export { imageDistribution } from './datasets/imageDistribution';
export {
  type ImageOptions,
  type ImageRange,
  type ImageSet,
  type Split,
  selectImages,
} from './datasets/imageSet';
export { type LoadOptions, loadColourImages, loadDigits } from './datasets/loadImages';
export { mnist } from './datasets/mnist';
export { shrinkImages } from './datasets/shrinkImages';
export type { StandInOptions } from './datasets/standIns/generate';
export { glyphs } from './datasets/standIns/glyphs';
export { proceduralImages } from './datasets/standIns/proceduralImages';
// distances: how far two distributions are
export type { EntropicOptions } from './distances/annealing';
export { type Assignment, assignment } from './distances/assignment';
export { type Binned, type BinOptions, binProbabilities } from './distances/binProbabilities';
export { type CoupledPairs, coupledPairs } from './distances/coupledPairs';
export { type EarthMoverOptions, earthMover, type Metric } from './distances/earthMover';
export { earthMover1d, type Weights } from './distances/earthMover1d';
export { earthMoverFromCost } from './distances/earthMoverFromCost';
export { energyDistance } from './distances/energyDistance';
export { jensenShannon } from './distances/jensenShannon';
export { kullbackLeibler } from './distances/kullbackLeibler';
export { type LinearDistance, linearDistance } from './distances/linearDistance';
export { type DiscrepancyOptions, maximumMeanDiscrepancy } from './distances/maximumMeanDiscrepancy';
export { medianBandwidth } from './distances/medianBandwidth';
export {
  type ModeCoverage,
  type ModeCoverageOptions,
  type Modes,
  modeCoverage,
} from './distances/modeCoverage';
export { nGramShares } from './distances/nGramShares';
export { onCommonAtoms } from './distances/onCommonAtoms';
export { onCommonKeys } from './distances/onCommonKeys';
export { planMarginals } from './distances/planMarginals';
export type { Points } from './distances/points';
export { prokhorovDistance } from './distances/prokhorovDistance';
export { quantisationError } from './distances/quantisationError';
export { type EntropicTransport, sinkhorn } from './distances/sinkhorn';
export {
  type SinkhornDivergence,
  type SinkhornDivergenceOptions,
  sinkhornDivergence,
} from './distances/sinkhornDivergence';
export { type SlicedOptions, slicedWasserstein } from './distances/slicedWasserstein';
export { totalVariation } from './distances/totalVariation';
export type { Transport, TransportPlan } from './distances/transport';
export type { CloudOptions } from './distances/weightedClouds';
// distributions: what is sampled
export type { Continuous, Distribution } from './distributions/distribution';
export { type EmpiricalOptions, empirical } from './distributions/empirical';
export { type EqualGaussians, equalGaussians } from './distributions/equalGaussians';
export { type GaussianOptions, gaussian } from './distributions/gaussian';
export { type GridOptions, gridOfGaussians } from './distributions/gridOfGaussians';
export { lipschitzGanCases, type RealAndFake } from './distributions/lipschitzGanCases';
export { type MarkovStringsOptions, markovStrings, type StringLaw } from './distributions/markovStrings';
export { type Component, mixture } from './distributions/mixture';
export { argmaxStrings, oneHotStrings } from './distributions/oneHotStrings';
export { type RingOptions, ringOfGaussians } from './distributions/ringOfGaussians';
export { sampledMixture } from './distributions/sampledMixture';
export { parallelLine, segment } from './distributions/segment';
export { type SquareLatticeOptions, squareLattice } from './distributions/squareLattice';
export { type SwissRollOptions, swissRoll } from './distributions/swissRoll';
export { type UniformBoxOptions, uniformBox } from './distributions/uniformBox';
export { withNoise } from './distributions/withNoise';
// figures: a result as a Plotly figure
export { type CouplingOptions, coupling } from './figures/coupling';
export type { Series } from './figures/curve';
export type { Figure, FigureFrame } from './figures/figure';
export { type GradientStripOptions, gradientStrip } from './figures/gradientStrip';
export { type HeatMapOptions, heatMap } from './figures/heatMap';
export { type HistogramOptions, histogram, type Sample } from './figures/histogram';
export { type ImageGridOptions, imageGrid } from './figures/imageGrid';
export type { Implication } from './figures/implicationArrows';
export { type ImplicationsOptions, implications } from './figures/implications';
export { type LinesOptions, lines, type Remark } from './figures/lines';
export { type PanelsOptions, panels } from './figures/panels';
export { type PointSet, pointSet } from './figures/pointSet';
export { type QuiverField, type QuiverOptions, quiver } from './figures/quiver';
export { type SliderOptions, type SliderStep, withSlider } from './figures/slider';
export type { Statement } from './figures/statementBox';
export { type Strip, type StripPlotOptions, stripPlot } from './figures/stripPlot';
export { colors, exactLine, fade } from './figures/theme';
// files: results that are kept
export { type StoredResultOptions, storedResult } from './files/storedResult';
// models: networks as functions of their parameters
export type { Activation } from './models/activations';
export * as activations from './models/activations';
export type { DcganOptions } from './models/dcgan';
export { type DcganCriticOptions, dcganCritic } from './models/dcganCritic';
export { type DcganGeneratorOptions, dcganGenerator } from './models/dcganGenerator';
export { type FeedForward64, feedForward64 } from './models/feedForward64';
export { criticField, type Field } from './models/field';
export { gated } from './models/gated';
export { generated } from './models/generated';
export { generatedMixture } from './models/generatedMixture';
export type { Initialiser } from './models/initialisers';
export * as initialisers from './models/initialisers';
export { type Critic, inputGradient, rowNorms } from './models/inputGradient';
export { type MlpOptions, mlp } from './models/mlp';
export type { Model, Parameters } from './models/model';
export { batchNorm, layerNorm, type Normalisation, type NormalisationOptions } from './models/normalisation';
export { type NormalisedDual, type NormalisedDualOptions, normalisedDual } from './models/normalisedDual';
export {
  type Architecture,
  type ArchitectureChoices,
  type ArchitecturePair,
  nonlinearities,
  perceptron,
  perceptronChoices,
  randomArchitecture,
} from './models/randomArchitecture';
export { type RingContrastOptions, ringContrast } from './models/ringContrast';
export { type PlainCritic, slopes } from './models/slopes';
export { softmaxRows } from './models/softmaxRows';
export { weightValues } from './models/weightValues';
// notebook: settings, display and progress in a cell
export { type Parameters as Settings, parameters } from './notebook/parameters';
export { type Progress, progress } from './notebook/progress';
export { show } from './notebook/show';
// objectives: what critic and generator minimise
export { distinguishing } from './objectives/distinguishing';
export { ganMinimax, ganNonSaturating } from './objectives/gan';
export { hinge } from './objectives/hinge';
export { type LeastSquaresOptions, leastSquares } from './objectives/leastSquares';
export {
  type LganMarginOptions,
  lganExp,
  lganHinge,
  lganLinear,
  lganLogSigmoid,
  lganSqrt,
  lganSquare,
} from './objectives/lipschitzGan';
export type { Elementwise, Objective } from './objectives/objective';
export { wasserstein } from './objectives/wasserstein';
// papers: numbers that a paper reports
export { oneSidedPenaltyCounts, randomArchitectureCounts } from './papers/randomArchitectureCounts';
// penalties: what keeps a critic's slope in bounds
export { type GradientPenaltyOptions, gradientPenalty } from './penalties/gradientPenalty';
export { interpolates } from './penalties/interpolates';
export {
  type MaxAugmentedLagrangianOptions,
  maxAugmentedLagrangian,
} from './penalties/maxAugmentedLagrangian';
export { type MaxGradientPenaltyOptions, maxGradientPenalty } from './penalties/maxGradientPenalty';
export { oneSidedGradientPenalty } from './penalties/oneSidedGradientPenalty';
export type { Constraint, Memory, Penalty } from './penalties/penalty';
export { secondMomentPenalty } from './penalties/secondMomentPenalty';
export type { SlopePenaltyOptions } from './penalties/slopePenalty';
export { weightClip } from './penalties/weightClip';
// rng: the only source of randomness
export { type Stream, stream } from './rng/stream';
// statistics: numbers about numbers
export { binomialTest } from './statistics/binomialTest';
export { birthdaySampleSize, collisionProbability, firstCollision } from './statistics/birthday';
export { coefficientOfVariation } from './statistics/coefficientOfVariation';
export { correlation } from './statistics/correlation';
export { derivative } from './statistics/derivative';
export {
  chanceDirectionShare,
  closestDirections,
  type DirectionShareOptions,
  type Directions,
  directionShare,
  largestCosines,
} from './statistics/directionShare';
export { gridPoints } from './statistics/gridPoints';
export { type LinearFit, linearFit } from './statistics/linearFit';
export { linspace } from './statistics/linspace';
export { mean, rootMeanSquareError } from './statistics/means';
export { type Edges, medianFilter } from './statistics/medianFilter';
export { quantile } from './statistics/quantile';
export { ranks } from './statistics/ranks';
export { resultantLength } from './statistics/resultantLength';
export { spearman } from './statistics/spearman';
export { type SuccessRow, successTable } from './statistics/successTable';
// trace: training steps recorded once, then replayed
export type { TraceSettings } from './trace/settings';
export {
  type StepIdentity,
  type TraceStatus,
  traced,
  traceReport,
  traceSettings,
  untraced,
} from './trace/traced';
// training: optimisers, one update, a critic to optimality
export { type AdamOptions, adam } from './training/adam';
export type { CheckpointOptions } from './training/checkpoint';
export type { Ending, LoopOptions } from './training/course';
export { type CriticSteps, type ReleasedWganStepsOptions, releasedWganSteps } from './training/criticSteps';
export {
  type CriticBatch,
  type CriticRules,
  type CriticTerms,
  criticLoss,
  criticUpdate,
} from './training/criticUpdate';
export { type DescendOptions, descend } from './training/descend';
export type { Evaluation } from './training/evaluation';
export type { Game } from './training/gameTurns';
export {
  type GeneratorRules,
  type GeneratorTerms,
  generatorLoss,
  generatorUpdate,
} from './training/generatorUpdate';
export type { CriticHistory, GameHistory, History } from './training/history';
export { layerGradientNorms, type PointsOfBoth } from './training/layerGradientNorms';
export {
  type MixtureGameOptions,
  type MixtureMoment,
  mixtureGame,
  type PlayedMixtureGame,
} from './training/mixtureGame';
export {
  type MixtureBatch,
  type MixtureRules,
  mixtureCriticLoss,
  mixtureGeneratorLoss,
} from './training/mixtureTurns';
export {
  type AveragePlay,
  type MultiplicativeWeightsOptions,
  multiplicativeWeights,
} from './training/multiplicativeWeights';
export {
  type NeuralNetDistance,
  type NeuralNetDistanceOptions,
  neuralNetDistance,
} from './training/neuralNetDistance';

export { nextTurn } from './training/nextTurn';
export { type Optimiser, type OptimiserState, optimise } from './training/optimiser';
export {
  dcganDefaults,
  type GameRules,
  lsganDefaults,
  wganDefaults,
  wganGpDefaults,
  wganGpToyDefaults,
} from './training/paperDefaults';
export { disposePlayer, newPlayer, type Player, type Players } from './training/player';
export { type Move, type MoveRules, playerUpdate } from './training/playerUpdate';
export { type GameMoment, type PlayedGame, type PlayGameOptions, playGame } from './training/playGame';
export { type RmsPropOptions, rmsProp } from './training/rmsProp';
export { type LinearDecayOptions, linearDecay, type Schedule } from './training/schedule';
export { sgd } from './training/sgd';
export { stepCosine } from './training/stepCosine';
export { stepCosines } from './training/stepCosines';
export { type PlateauOptions, plateau, type StoppingRule } from './training/stopping';
export { type SweepOptions, sweep } from './training/sweep';
export {
  type CriticMoment,
  type TrainCriticOptions,
  type TrainedCritic,
  trainCritic,
} from './training/trainCritic';
// truth: what theory says the answer is
export { type Admissibility, admissibility } from './truth/admissibility';
export { type AlongSegments, alongSegments } from './truth/alongSegments';
export { centredPotentials } from './truth/centredPotentials';
export { type CompactDual, type CompactDualOptions, compactDual } from './truth/compactDual';
export {
  type ConvergenceInequality,
  convergenceInequalities,
  evaluateInequalities,
  type SpreadDistances,
} from './truth/convergenceInequalities';
export { type DiscretePair, type PairDistances, pairDistances, spread } from './truth/discretePair';
export { dualExcess } from './truth/dualExcess';
export { earthMoverGradient } from './truth/earthMoverGradient';
export { type EquilibriumBoundOptions, equilibriumBound } from './truth/equilibriumBound';
export { type Exploitability, exploitability } from './truth/exploitability';
export type { Extension } from './truth/extension';
export { type FisherOptimum, fisherOptimum } from './truth/fisherOptimum';
export { type GanGameOptions, ganGame } from './truth/ganGame';
export {
  type KantorovichPotential,
  type KantorovichPotentialOptions,
  kantorovichPotential,
} from './truth/kantorovichPotential';
export { kantorovichPotential1d, type Potential1d } from './truth/kantorovichPotential1d';
export type { LipschitzAtom } from './truth/lipschitzAtoms';
export type { LipschitzCertificate } from './truth/lipschitzCertificate';
export {
  type Kink,
  type LipschitzLoss,
  type LipschitzLossName,
  lipschitzLosses,
  type MarginOptions,
} from './truth/lipschitzLosses';
export {
  type LipschitzOptimum,
  type LipschitzOptimumOptions,
  lipschitzOptimum,
} from './truth/lipschitzOptimum';
export { type MatrixGame, matrixGame } from './truth/matrixGame';
export { type MeasuringFunction, measuringFunctions } from './truth/measuringFunctions';
export { mirrorSlope } from './truth/mirrorSlope';
export { type OptimalDiscriminator, optimalDiscriminator } from './truth/optimalDiscriminator';
export { type ParallelLinesDistances, parallelLines } from './truth/parallelLines';
export type { Payoff } from './truth/payoff';
export { pointwiseOptimum, type ScalarLosses } from './truth/pointwiseOptimum';
export { type PureValues, pureValues } from './truth/pureValues';
export { randomDiscretePair } from './truth/randomDiscretePair';
export { type SeparatingSequence, separatingSequences } from './truth/separatingSequences';
export { type SoftStepOptions, softStep } from './truth/softStep';
export type { TightPair } from './truth/tightPairs';
export { tightSegments } from './truth/tightSegments';
