//! Where somebody put partners in the drawing of the network. Without that the program
//! arranges them.

use crate::{
    Context, Done, Error, Id, NetworkPositionId, Op, PartnerId, Reason, Record, Result, Workbook,
    storage::{self, record},
};

/// Width of the field partners stand in, in the unit of [`NetworkPosition`].
pub const FIELD_WIDTH: i64 = 1000;
/// Height of the field, in the same unit: every drawing has these proportions.
pub const FIELD_HEIGHT: i64 = 600;

record! {
    /// Where someone put a partner, in thousandths of the width of the drawing.
    NetworkPosition, NetworkPositionId, "network_positions", order "id", PlacePartner PlacePartner ArrangeNetwork {
        /// The partner.
        partner_id: PartnerId,
        /// From the left edge.
        x: i64,
        /// From the top edge.
        y: i64,
    }
    label(_this) String::new();
    validate(this) {
        for (field, value, most) in [("x", this.x, FIELD_WIDTH), ("y", this.y, FIELD_HEIGHT)] {
            if !(0..=most).contains(&value) {
                return Err(Error::Invalid { field, reason: Reason::OutOfRange });
            }
        }
        Ok(())
    };
}

impl Workbook {
    /// Keeps where someone put a partner in the drawing of the network.
    ///
    /// # Errors
    /// A place outside the drawing; a partner that is gone.
    pub fn place_partner(
        &mut self,
        partner: PartnerId,
        (x, y): (i64, i64),
        context: &Context,
    ) -> Result<Done<()>> {
        let position = NetworkPosition {
            partner_id: partner,
            x,
            y,
        };
        position.validate()?;
        let label = self.get::<super::Partner>(partner)?.label();
        self.transact(Op::PlacePartner, &label, context, |tx| {
            let known = storage::list_of::<NetworkPosition>(tx, "partner_id", &partner)?;
            match known.first() {
                Some(known) => storage::update(tx, known.id, &position),
                None => storage::insert(tx, NetworkPositionId::new(context.now_ms), &position),
            }
        })
    }

    /// Forgets every kept place, so that the program arranges the network again.
    ///
    /// # Errors
    /// Writing the file.
    pub fn arrange_network(&mut self, context: &Context) -> Result<Done<()>> {
        let known = self.list::<NetworkPosition>()?;
        self.transact(Op::ArrangeNetwork, "", context, |tx| {
            for entry in &known {
                storage::delete::<NetworkPosition>(tx, entry.id)?;
            }
            Ok(())
        })
    }
}
