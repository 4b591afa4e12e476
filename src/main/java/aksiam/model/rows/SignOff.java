package aksiam.model.rows;

import aksiam.model.Column;
import aksiam.model.Format;

/** Somebody's consent to the design as it stands. */
public record SignOff(
    @Column(label = "Name", required = true) String name,
    @Column(label = "Function") String function,
    @Column(label = "Date", format = Format.DATE) String date,
    @Column(label = "Remark") String remark) {
}
