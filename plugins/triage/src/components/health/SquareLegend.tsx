import Typography from '@material-ui/core/Typography';

/** What the squares mean, in words. */
export function SquareLegend() {
  return (
    <Typography variant="caption" color="textSecondary" component="p">
      A square is a workload: filled when failing, half filled while rolling out, dashed when scaled to 0, empty when
      well. Open one to ask why.
    </Typography>
  );
}
