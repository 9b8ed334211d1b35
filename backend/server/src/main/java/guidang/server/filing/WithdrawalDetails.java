package guidang.server.filing;

/// The words of a withdrawal.
///
/// @param format
///            1
public record WithdrawalDetails(int format, String reason) {}
